"""What the pages show is made from the code: pictures, tables and what commands say."""
