"""What concerns a person: settings, privacy, help."""
