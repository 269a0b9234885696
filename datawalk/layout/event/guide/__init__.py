"""The facilitator's guide: its words, told once for paper and for Word, and its pages."""
