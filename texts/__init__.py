"""Everything a person reads: wording, dates, documents."""
