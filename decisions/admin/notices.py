"""Messages from readers, for staff to read, answer and resolve. They are never public."""

from urllib.parse import quote

from django import forms
from django.contrib import admin
from django.utils.text import Truncator

from decisions.admin.read_only import FormFields, never
from decisions.admin.review import SettledFilter, link, link_to_decision
from decisions.models import Decision, Notice
from decisions.site import notices


class NoticeAdminForm(forms.ModelForm):
    """A notice with the reply, and whether it is resolved."""

    is_settled = forms.BooleanField(label="Resolved", required=False, help_text="Nothing more needs to be done.")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["is_settled"].initial = self.instance.settled_at is not None


@admin.register(Notice)
class NoticeAdmin(FormFields, admin.ModelAdmin):
    """Notices. They come only from the public form, and users who may change them resolve them.

    They can be deleted, for senders who ask to be forgotten.
    """

    form = NoticeAdminForm
    list_display = ("excerpt", "kind", "about_link", "at", "reply_to", "settled_at", "settled_by")
    list_filter = (SettledFilter, "kind")
    search_fields = ("about", "message", "answer", "reply_to")
    readonly_fields = ("kind", "about_link", "message", "at", "answer_by_email", "settled_at", "settled_by")
    fieldsets = (
        ("The reader’s message (never public)", {"fields": readonly_fields[:4]}),
        ("What was done", {"fields": ("answer_by_email", "answer", "is_settled", "settled_at", "settled_by")}),
    )
    actions = ("settle", "open_again")
    has_add_permission = never

    @admin.display(description="message")
    def excerpt(self, notice):
        return Truncator(notice.message).chars(80)

    @admin.display(description="about", ordering="about")
    def about_link(self, notice):
        """Return what the notice is about, as a link where that is the reference of a stored decision."""
        found = Decision.objects.filter(reference=notice.about).values_list("pk", flat=True).first()
        return link_to_decision(found, notice.about) if found else notice.about or "(not given)"

    @admin.display(description="reply to")
    def answer_by_email(self, notice):
        """Return a mailto link: the archive itself sends no email."""
        if not notice.reply_to:
            return "No reply was asked for."
        subject = quote(f"Your message to Reasons Given on {notice.at.day} {notice.at:%B %Y}")
        return link(f"mailto:{notice.reply_to}?subject={subject}", notice.reply_to)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        this = Notice.objects.filter(pk=form.instance.pk)
        if form.cleaned_data["is_settled"]:
            notices.settle(this, by=request.user.get_username())
        else:
            notices.open_again(this)

    @admin.action(description="Mark as resolved", permissions=["change"])
    def settle(self, request, queryset):
        settled = notices.settle(queryset, by=request.user.get_username())
        self.message_user(request, f"{settled} marked as resolved.")

    @admin.action(description="Reopen", permissions=["change"])
    def open_again(self, request, queryset):
        self.message_user(request, f"{notices.open_again(queryset)} reopened.")
