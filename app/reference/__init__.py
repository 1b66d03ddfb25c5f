"""Reference data: municipalities, police districts, code lists, expense categories. Public."""
