"""Pictures of what stations show, each alone, for newsletters, reports and social media."""
