"""A reader's own subscriptions: panels, forms, and the words for schedules."""
