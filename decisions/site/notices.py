"""Notices from readers to staff: the form, its limits, and storing it.

No IP address is stored: a sender is a keyed hash of address and day, which cannot be compared with another day's,
and is deleted with the first notice of a later day.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django import forms
from django.db import InternalError, OperationalError, connection, transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.crypto import salted_hmac

from decisions.models import Notice
from decisions.parsing import reference
from decisions.web.rate_limit import network

MOST_A_DAY = 10
"""Notices accepted from one sender, from midnight to midnight."""
MOST_AN_HOUR = 100
"""Notices accepted from all senders together, within any hour."""
LONGEST = 5_000
"""Characters of a message."""
_HOUR = timedelta(hours=1)
_LOCK = 1_018_000_001  # the key of a PostgreSQL advisory lock: any number that no other lock here uses


@dataclass(frozen=True, slots=True)
class RetryLater:
    """The answer where a notice was not accepted. It may be in so many `seconds`.

    `status` is 429 for too many notices, and 503 for a busy or read-only database.
    """

    seconds: int
    status: int = 429
    is_senders: bool = False
    """Whether this sender has sent too many, rather than all senders together."""

    @property
    def minutes(self) -> int:
        """The minutes until it may be accepted, rounded up."""
        return -(-self.seconds // 60)


class NoticeForm(forms.Form):
    """The form of a notice. `website` is a trap: people do not see it, and programs fill it in."""

    kind = forms.ChoiceField(
        label="What is it about?",
        choices=Notice.Kind,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what it is about", "invalid_choice": "Choose one of the three"},
    )
    about = forms.CharField(
        label="Which decision or page?",
        required=False,
        max_length=200,
        error_messages={"max_length": "Use 200 characters or fewer for the decision or page"},
    )
    message = forms.CharField(
        label="What should we know?",
        max_length=LONGEST,
        widget=forms.Textarea,
        error_messages={
            "required": "Tell us what is wrong, or what should be removed and why",
            "max_length": f"Use {LONGEST:,} characters or fewer for your message",
        },
    )
    reply_to = forms.EmailField(
        label="Your email address",
        required=False,
        error_messages={"invalid": "Enter an email address such as name@example.org, or leave it empty"},
    )
    website = forms.CharField(label="Leave this empty", required=False)

    def clean_about(self) -> str:
        """Return a reference, or the address of a decision's page, as the printed reference; anything else as typed."""
        return reference.find(self.cleaned_data["about"]) or self.cleaned_data["about"]

    def clean_website(self) -> str:
        """Return "". Raises ValidationError where the trap was filled in."""
        if self.cleaned_data["website"]:
            raise forms.ValidationError("Clear the field “Leave this empty”: only programs fill it in")
        return ""


def initial_values(typed: str) -> dict[str, str]:
    """Return the form's initial values where `?about=` names a decision."""
    printed = reference.normalise(typed)
    return {"about": printed} if printed else {}


def save_notice(values: dict[str, str], address: str) -> Notice | RetryLater:
    """Store the values of a valid form for staff, or return when to try again. `address` is the sender's IP address."""
    now = timezone.now()
    sender = _hashed(address, now)
    try:
        with transaction.atomic():
            _wait_for_others()
            Notice.objects.exclude(sender__in=["", sender]).filter(at__lt=_midnight(now)).update(sender="")
            if refusal := _too_many(sender, now):
                return refusal
            fields = {name: values[name] for name in ("kind", "about", "message", "reply_to")}
            return Notice.objects.create(sender=sender, at=now, **fields)
    except (OperationalError, InternalError):  # a long import holds the lock, or the database is read-only
        return RetryLater(60, 503)


def settle(notices: QuerySet, by: str) -> int:
    """Mark those of the notices that are open as resolved, and return how many these were."""
    return notices.open().update(settled_at=timezone.now(), settled_by=by)


def open_again(notices: QuerySet) -> int:
    """Mark those of the notices that are resolved as open again, and return how many these were."""
    return notices.settled().update(settled_at=None, settled_by="")


def _too_many(sender: str, now: datetime) -> RetryLater | None:
    if Notice.objects.filter(sender=sender).count() >= MOST_A_DAY:
        return RetryLater(_seconds(_midnight(now) + timedelta(days=1) - now), is_senders=True)
    latest = Notice.objects.filter(at__gt=now - _HOUR).order_by("-at").values_list("at", flat=True)[:MOST_AN_HOUR]
    if len(latest) == MOST_AN_HOUR:
        return RetryLater(_seconds(latest[MOST_AN_HOUR - 1] + _HOUR - now))
    return None


def _hashed(address: str, now: datetime) -> str:
    """Return a hash that distinguishes a sender from others for a day."""
    day = timezone.localtime(now).date()
    return salted_hmac(f"decisions.notices {day}", network(address), algorithm="sha256").hexdigest()


def _midnight(now: datetime) -> datetime:
    """Return the beginning of the day."""
    return timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)


def _seconds(left: timedelta) -> int:
    return int(left.total_seconds()) + 1


def _wait_for_others() -> None:
    """Let no other worker count until this transaction ends. On SQLite it already holds the write lock."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
