"""Where everything stands on the map: geometry only, computed once a model; the only home of numpy."""
