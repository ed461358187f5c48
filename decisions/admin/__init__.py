"""The admin for staff. It writes only through `ingest`, so every change is logged and indexed at once."""

from django.contrib import admin

from decisions.admin import councils, decisions, grounds, notices, review

__all__ = ["councils", "decisions", "grounds", "notices", "review"]

admin.site.site_header = "Reasons Given: staff"
admin.site.site_title = "Reasons Given"
admin.site.index_title = "The archive"
