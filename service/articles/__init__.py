"""html -> Article: extraction, boilerplate residue, revisions and near-copies."""
