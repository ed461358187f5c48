"""The review list, and filters for open and settled rows."""

from django.contrib import admin
from django.db.models import Exists, OuterRef
from django.template.loader import render_to_string
from django.urls import reverse

from decisions import ingest
from decisions.admin.read_only import ReadOnly
from decisions.models import Doubt


def link(address, words):
    """Return a link for a page of the admin."""
    return render_to_string("admin/decisions/_link.html", {"address": address, "words": words})


def link_to_decision(pk, words):
    """Return a link to the admin's page of a decision, given by primary key."""
    return link(reverse("admin:decisions_decision_change", args=[pk]), words)


class ReviewFilter(admin.SimpleListFilter):
    """A filter for decisions with or without open doubts."""

    title = "review"
    parameter_name = "review"

    def lookups(self, request, model_admin):
        return [("yes", "On the review list"), ("no", "No open doubts")]

    def queryset(self, request, queryset):
        doubts = Exists(Doubt.objects.open().filter(decision=OuterRef("pk")))
        conditions = {"yes": doubts, "no": ~doubts}
        return queryset.filter(conditions[self.value()]) if self.value() in conditions else queryset


class SettledFilter(admin.SimpleListFilter):
    """A filter for open and settled rows; by default the open ones."""

    title = "state"
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [("settled", "Resolved"), ("all", "All")]

    def choices(self, changelist):
        first, *others = super().choices(changelist)
        return [first | {"display": "Open"}, *others]

    def queryset(self, request, queryset):
        return {"settled": queryset.settled, "all": queryset.all}.get(self.value(), queryset.open)()


@admin.register(Doubt)
class DoubtAdmin(ReadOnly, admin.ModelAdmin):
    """The doubts that parsing left. Staff check each, correct the decision if necessary, and settle the doubt."""

    list_display = ("reason", "decision_link", "line", "settled_at", "settled_by")
    list_display_links = None
    list_filter = (SettledFilter, "decision__document_type")
    list_select_related = ("decision",)
    search_fields = ("decision__reference", "reason")
    actions = ("settle",)

    @admin.display(description="decision", ordering="decision__reference")
    def decision_link(self, doubt):
        return link_to_decision(doubt.decision_id, doubt.decision)

    @admin.action(description="Mark as resolved: checked, and correct as it is now", permissions=["settle"])
    def settle(self, request, queryset):
        settled = ingest.settle(queryset, by=request.user.get_username())
        self.message_user(request, f"{settled} marked as resolved.")

    def has_settle_permission(self, request):
        """Allow settling doubts to users who may correct decisions."""
        return request.user.has_perm("decisions.change_decision")
