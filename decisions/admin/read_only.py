"""Parts of the admin that staff may only read."""

from django.contrib import admin


def never(self, request, obj=None):
    """Refuse a permission to everyone: `has_add_permission = never`."""
    return False


class ReadOnly:
    """A mixin that refuses to add, change or delete."""

    has_add_permission = has_change_permission = has_delete_permission = never


class FormFields:
    """A mixin that leaves out the fields which only the form declares for users who may only view."""

    def get_fieldsets(self, request, obj=None):
        if self.has_change_permission(request, obj):
            return self.fieldsets
        return [
            (name, options | {"fields": [each for each in options["fields"] if each not in self.form.declared_fields]})
            for name, options in self.fieldsets
        ]


class ReadOnlyInline(ReadOnly, admin.TabularInline):
    """Read-only rows on another form."""

    extra = 0
