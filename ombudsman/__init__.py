"""The site: its settings, its addresses and the door a web server knocks on."""
