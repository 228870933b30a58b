"""Everything Discord-shaped: client, cards, panels, controls, courier, failures, words."""
