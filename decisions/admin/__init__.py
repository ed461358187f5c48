"""The staff's desk. It writes through `ingest` alone, so every change is recorded and searched at once."""

from django.contrib import admin

from decisions.admin import councils, decisions, grounds, notices, review

__all__ = ["councils", "decisions", "grounds", "notices", "review"]

admin.site.site_header = "Reasons Given: staff"
admin.site.site_title = "Reasons Given"
admin.site.index_title = "The archive"
