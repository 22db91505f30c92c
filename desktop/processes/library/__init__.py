"""What the library tells of its processes: checked, deployed, compared, walked, released, moved to."""
