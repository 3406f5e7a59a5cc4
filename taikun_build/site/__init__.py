"""What a published edition consists of, as values: its pages, its navigation, its guides and its data."""
