"""Councils."""

from django.contrib import admin
from django.db.models import Count

from decisions import ingest
from decisions.models import Council


@admin.register(Council)
class CouncilAdmin(admin.ModelAdmin):
    """Councils; a corrected name is recorded on every decision."""

    list_display = ("name", "kind", "decisions_held")
    list_filter = ("kind",)
    search_fields = ("name",)
    fields = ("name", "kind", "slug")
    prepopulated_fields = {"slug": ("name",)}

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(held=Count("decisions"))

    @admin.display(ordering="held", description="decisions")
    def decisions_held(self, council):
        return council.held

    def get_readonly_fields(self, request, obj=None):
        return ("slug",) if obj else ()

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else self.prepopulated_fields

    def save_model(self, request, obj, form, change):
        if change:
            ingest.correct_council(obj, name=obj.name, kind=obj.kind, by=request.user.get_username())
        else:
            super().save_model(request, obj, form, change)
