"""`manage.py inspect_decision FILE [--json]`: what the parser and the classifier make of a text."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from decisions import representation, sources
from decisions.grounds import classify
from decisions.parsing import ParseError, parse


class Command(BaseCommand):
    """Reads one file and no database. Exit code 0: read; 1: refused; 2: wrong usage."""

    help = "Show what parser and classifier make of a source text, without a database."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, metavar="FILE", help="a source text (.txt)")
        parser.add_argument("--json", action="store_true", help="print one JSON object and nothing else")

    def handle(self, *args, file, **options):
        if not file.is_file():
            raise CommandError(f"{file}: no such file", returncode=2)
        try:
            document = parse(sources.read(file).text)
        except (ParseError, sources.SourceError) as error:
            raise CommandError(f"{file}: {error}", returncode=1) from error
        findings = classify(document)
        if options["json"]:
            self.stdout.write(json.dumps(representation.as_data(document, findings), ensure_ascii=False))
        else:
            self.stdout.write(representation.as_print(document, findings), ending="")
