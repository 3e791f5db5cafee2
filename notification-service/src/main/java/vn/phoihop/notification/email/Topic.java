package vn.phoihop.notification.email;

/** What a person is told of, as it is said where a mail explains why it came. */
enum Topic {
  DESIGNATIONS("designations", "việc cử người phụ trách", "the designation of liaisons"),
  INCIDENTS("incidents", "tin báo về dấu hiệu nghi vấn", "reports of suspicious signs"),
  REQUESTS("information-requests", "yêu cầu cung cấp thông tin", "requests for information"),
  OBLIGATIONS("obligations", "báo cáo định kỳ", "periodic reports"),
  CONTACTS("enterprises", "đầu mối liên lạc của doanh nghiệp", "contacts of enterprises"),
  SUBSCRIPTIONS("subscriptions", "kênh nhận tin tự động (webhook)", "webhook subscriptions"),
  DIGEST(
      "",
      "việc phối hợp, và đã chọn nhận tin không khẩn mỗi ngày một lần",
      "this cooperation, and have chosen to get what is not urgent once a day");

  private final String path;
  private final String vi;
  private final String en;

  Topic(String path, String vi, String en) {
    this.path = path;
    this.vi = vi;
    this.en = en;
  }

  /** Where the frontend shows the objects. */
  String path() {
    return path;
  }

  String vi() {
    return vi;
  }

  String en() {
    return en;
  }
}
