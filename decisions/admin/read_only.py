"""What is only shown: rows on a decision's form, and whole pages."""

from django.contrib import admin

from decisions.models import Correction, Doubt, Finding, Struck


class ReadOnly:
    """Neither added, changed nor deleted by hand."""

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


class ReadOnlyInline(ReadOnly, admin.TabularInline):
    """Rows that are only shown."""

    extra = 0


class DoubtInline(ReadOnlyInline):
    """What is to be reviewed; settled on the review list."""

    model = Doubt
    fields = ("reason", "line", "settled_at", "settled_by")
    readonly_fields = fields


class FindingInline(ReadOnlyInline):
    """The grounds the decision shows; they are added and deleted on their own pages."""

    model = Finding
    fields = ("ground", "strength", "paragraph_number", "quote", "origin")
    readonly_fields = fields
    show_change_link = True


class StruckInline(ReadOnlyInline):
    """The machine's findings that somebody struck; adding one by hand lifts the strike."""

    model = Struck
    fields = ("ground", "paragraph_number", "quote", "by", "at")
    readonly_fields = fields


class CorrectionInline(ReadOnlyInline):
    """What staff have changed."""

    model = Correction
    fields = ("field", "old", "new", "by", "at")
    readonly_fields = fields
