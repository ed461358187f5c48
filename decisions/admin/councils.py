"""Councils, their aliases, and merging them."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import Count
from django.template.response import TemplateResponse

from decisions import ingest
from decisions.admin.read_only import ReadOnlyInline, never
from decisions.models import Council, CouncilAlias, FormerSlug


class AliasInline(admin.TabularInline):
    """The names of a council in decisions: added and deleted, never changed, by users who may change councils."""

    model = CouncilAlias
    fields = ("printed",)
    extra = 1
    has_change_permission = never

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("decisions.view_council") or self.has_add_permission(request, obj)

    def has_add_permission(self, request, obj=None):
        return request.user.has_perm("decisions.change_council")

    def has_delete_permission(self, request, obj=None):
        return self.has_add_permission(request, obj)


class FormerSlugInline(ReadOnlyInline):
    """The slugs of councils that were merged into this one; they redirect to it."""

    model = FormerSlug
    fields = ("slug",)
    readonly_fields = fields
    verbose_name_plural = "former addresses that redirect here"

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("decisions.view_council") or request.user.has_perm("decisions.change_council")


class MergeCouncilsForm(forms.Form):
    """The choice of which council stays."""

    keep = forms.ModelChoiceField(None)


@admin.register(Council)
class CouncilAdmin(admin.ModelAdmin):
    """Councils. A corrected name is logged on every decision of the council, and so is a merger."""

    list_display = ("name", "kind", "decisions_count")
    list_filter = ("kind",)
    search_fields = ("name", "aliases__printed")
    fields = ("name", "kind", "slug")
    prepopulated_fields = {"slug": ("name",)}
    inlines = (AliasInline, FormerSlugInline)
    actions = ("merge",)

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(decision_count=Count("decisions", distinct=True))

    @admin.display(ordering="decision_count", description="decisions")
    def decisions_count(self, council):
        return council.decision_count

    def get_readonly_fields(self, request, obj=None):
        return ("slug",) if obj else ()

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else self.prepopulated_fields

    def get_inlines(self, request, obj):
        return self.inlines if obj else ()

    def save_model(self, request, obj, form, change):
        if change:
            ingest.correct_council(obj, name=obj.name, kind=obj.kind, by=request.user.get_username())
        else:
            ingest.add_council(obj)

    def save_formset(self, request, form, formset, change):
        formset.save(commit=False)  # only so that the log can say what was changed
        if formset.model is not CouncilAlias:
            return
        added = [alias.printed for alias in formset.new_objects]
        ingest.change_aliases(form.instance, added=added, removed=formset.deleted_objects)

    @admin.action(description="Merge into another council", permissions=["merge"])
    def merge(self, request, queryset):
        """Ask which council stays, then merge the others into it."""
        councils = self.get_queryset(request).filter(pk__in=queryset.values("pk"))
        choice = MergeCouncilsForm(request.POST if "keep" in request.POST else None)
        choice.fields["keep"].queryset = councils
        if len(councils) < 2:
            self.message_user(request, "Choose two councils or more to merge.", messages.ERROR)
            return None
        if not choice.is_valid():
            context = self.admin_site.each_context(request) | {"title": "Merge councils", "opts": self.opts}
            context |= {"councils": councils, "checkbox": admin.helpers.ACTION_CHECKBOX_NAME}
            return TemplateResponse(request, "admin/decisions/merge_councils.html", context)
        target = choice.cleaned_data["keep"]
        try:
            moved = ingest.merge_councils(target, councils, by=request.user.get_username())
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
        else:
            self.message_user(request, f"Merged into {target}: {moved} decision{'' if moved == 1 else 's'} moved.")
        return None

    def has_merge_permission(self, request):
        """Require both permissions: merging changes one council and deletes the others."""
        return self.has_change_permission(request) and self.has_delete_permission(request)
