"""Read-only parts of the admin: base classes, and the rows shown on the form of a decision."""

from django.contrib import admin

from decisions.models import Correction, Doubt, Finding, RejectedFinding


class ReadOnly:
    """A mixin that refuses to add, change or delete."""

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


class ReadOnlyInline(ReadOnly, admin.TabularInline):
    """Read-only rows on another form."""

    extra = 0


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
