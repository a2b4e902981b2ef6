"""Where boxes stand and lines run on the map: geometry only, computed once a model."""
