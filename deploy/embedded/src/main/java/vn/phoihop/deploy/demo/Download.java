package vn.phoihop.deploy.demo;

/** A file that a service sent. */
record Download(String request, int status, String mediaType, byte[] bytes) {}
