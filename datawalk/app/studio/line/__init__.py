"""What pages need of all below them: walks of a folder, places, questions, pictures, kits."""
