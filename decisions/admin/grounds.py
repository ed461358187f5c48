"""Grounds and findings."""

from django import forms
from django.contrib import admin
from django.db.models import Count

from decisions import ingest
from decisions.admin.read_only import ReadOnly, never
from decisions.models import Finding, Ground


@admin.register(Ground)
class GroundAdmin(ReadOnly, admin.ModelAdmin):
    """The grounds of the catalogue: read only, as they change only with the code."""

    list_display = ("title", "slug", "decisions_count")
    search_fields = ("title", "slug")

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(decision_count=Count("findings__decision", distinct=True))

    @admin.display(ordering="decision_count", description="decisions")
    def decisions_count(self, ground):
        return ground.decision_count


class FindingForm(forms.ModelForm):
    """A finding to add: a ground, and a quote of the words that show it."""

    class Meta:
        model = Finding
        fields = ("decision", "ground", "paragraph_number", "quote", "strength")

    def clean(self):
        values = super().clean()
        values["quote"] = values.get("quote", "").replace("\r\n", "\n")
        if {"decision", "ground", "paragraph_number"} <= values.keys() and values["quote"]:
            ingest.locate(values["decision"], values["ground"], values["paragraph_number"], values["quote"])
        return values


@admin.register(Finding)
class FindingAdmin(admin.ModelAdmin):
    """Findings are added and deleted, never changed: to improve one, delete it and add another."""

    form = FindingForm
    fields = ("decision", "ground", "paragraph_number", "quote", "strength")
    list_display = ("decision", "ground", "strength", "paragraph_number", "origin")
    list_filter = ("origin", "strength", "ground")
    list_select_related = ("decision", "ground")
    search_fields = ("decision__reference", "ground__title", "quote")
    autocomplete_fields = ("decision", "ground")
    has_change_permission = never

    def get_fields(self, request, obj=None):
        return (*self.fields[:4], "start", "end", "strength", "origin") if obj else self.fields

    def save_model(self, request, obj, form, change):
        values = form.cleaned_data
        saved = ingest.add_finding(
            obj.decision,
            obj.ground,
            obj.paragraph_number,
            values["quote"],
            obj.strength,
            by=request.user.get_username(),
        )
        obj.pk = saved.pk

    def delete_model(self, request, obj):
        ingest.remove_finding(obj, by=request.user.get_username())

    def delete_queryset(self, request, queryset):
        for finding in queryset:
            self.delete_model(request, finding)
