"""What staff write: news, offers, events, pages, each as its front matter says."""
