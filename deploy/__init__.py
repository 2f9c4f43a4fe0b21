"""How the dashboard is put on servers, and what is known of the packages that it is put there with."""
