"""The project: wiring only. Settings come from the environment, rules live in `articles` and `bylines`."""
