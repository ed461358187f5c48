"""Decisions with their sections and paragraphs, for correction and removal."""

from django import forms
from django.conf import settings
from django.contrib import admin

from decisions import ingest
from decisions.admin.read_only import FormFields, ReadOnlyInline, never
from decisions.admin.review import ReviewFilter
from decisions.models import Correction, Decision, Doubt, Finding, Paragraph, RejectedFinding, Section

_REMOVAL_HELP = "With a date and a reason it is taken down, and its page says so; with neither it is public."


class RowFormSet(forms.BaseInlineFormSet):
    """The edited rows of a decision."""

    @property
    def changes(self):
        """Return the new values of changed fields, by primary key of the row."""
        return {form.instance.pk: _changed(form) for form in self.forms if form.has_changed()}


class ParagraphFormSet(RowFormSet):
    """The edited paragraphs, checked together: a finding must not lose its words."""

    def clean(self):
        super().clean()
        ingest.check(self.instance, paragraphs=self.changes)


class RowInline(admin.TabularInline):
    """Rows that are corrected, but neither added nor deleted."""

    formset = RowFormSet
    extra = max_num = 0
    can_delete = False
    has_add_permission = never

    def get_formset(self, request, obj=None, **kwargs):
        """Return a formset with all rows: Django by default leaves out those after the thousandth."""
        return super().get_formset(request, obj, absolute_max=settings.DATA_UPLOAD_MAX_NUMBER_FIELDS, **kwargs)


class SectionInline(RowInline):
    """Headings and leads."""

    model = Section
    fields = ("position", "level", "heading", "lead")
    readonly_fields = ("position",)


class ParagraphInline(RowInline):
    """Paragraphs and their items."""

    model = Paragraph
    formset = ParagraphFormSet
    fields = ("number", "depth", "label", "text")
    readonly_fields = ("number", "depth")


class DoubtInline(ReadOnlyInline):
    """The doubts about a decision; they are settled on the review list."""

    model = Doubt
    fields = ("reason", "line", "settled_at", "settled_by")
    readonly_fields = fields


class FindingInline(ReadOnlyInline):
    """The findings of a decision; they are added and deleted on their own pages."""

    model = Finding
    fields = ("ground", "strength", "paragraph_number", "quote", "origin")
    readonly_fields = fields
    show_change_link = True


class RejectedFindingInline(ReadOnlyInline):
    """Automatic findings that staff rejected; adding the finding by hand undoes that."""

    model = RejectedFinding
    fields = ("ground", "paragraph_number", "quote", "by", "at")
    readonly_fields = fields


class CorrectionInline(ReadOnlyInline):
    """The log of staff changes to a decision."""

    model = Correction
    fields = ("field", "old", "new", "by", "at")
    readonly_fields = fields


class DecisionForm(forms.ModelForm):
    """The facts of a decision, with the version that the user saw."""

    version = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["version"].initial = ingest.version(self.instance)

    @property
    def changes(self):
        """Return the new values of changed fields."""
        return _changed(self)

    def clean(self):
        values = super().clean()
        ingest.check(self.instance, facts=self.changes, seen=values.get("version", ""))
        return values


def _changed(form):
    """Return the new values of the changed fields of a form, as far as they are valid."""
    return {name: form.cleaned_data[name] for name in form.changed_data if name in form.cleaned_data}


class RemovedFilter(admin.SimpleListFilter):
    """A filter for decisions that are public, or taken down."""

    title = "publication"
    parameter_name = "removed"

    def lookups(self, request, model_admin):
        return [("no", "Public"), ("yes", "Removed")]

    def queryset(self, request, queryset):
        return {"no": queryset.published, "yes": queryset.removed}.get(self.value(), queryset.all)()


@admin.register(Decision)
class DecisionAdmin(FormFields, admin.ModelAdmin):
    """Decisions are added by import; here they are corrected, and taken down with a reason."""

    list_display = ("reference", "council", "category", "outcome", "decision_date")
    list_filter = (
        RemovedFilter,
        ReviewFilter,
        "outcome",
        "document_type",
        "council__kind",
        "category",
        "findings__ground",
    )
    list_select_related = ("council",)
    search_fields = ("reference", "council__name", "summary")
    date_hierarchy = "decision_date"
    autocomplete_fields = ("council",)
    form = DecisionForm
    inlines = (DoubtInline, FindingInline, RejectedFindingInline, SectionInline, ParagraphInline, CorrectionInline)
    readonly_fields = (
        *("reference", "came_from", "imported_at", "numbering"),
        *("source_format", "source_encoding", "source_sha256"),
    )
    fieldsets = (
        (None, {"fields": ("reference", *ingest.FACTS, "version")}),
        ("Removal", {"fields": ingest.REMOVAL, "description": _REMOVAL_HELP}),
        ("The source (cannot be edited)", {"fields": readonly_fields[1:]}),
    )
    has_add_permission = has_delete_permission = never

    def get_queryset(self, request):
        return super().get_queryset(request).without_source()

    def save_model(self, request, obj, form, change):
        """Save nothing: `save_related` passes on the whole change at once."""

    def save_related(self, request, form, formsets, change):
        for formset in formsets:
            formset.save(commit=False)  # only so that the log can say what was changed
        rows = {formset.model: formset.changes for formset in formsets if isinstance(formset, RowFormSet)}
        ingest.correct(
            form.instance,
            by=request.user.get_username(),
            facts=form.changes,
            sections=rows.get(Section),
            paragraphs=rows.get(Paragraph),
            seen=form.cleaned_data["version"],
        )
