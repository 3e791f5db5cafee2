package vn.phoihop.notification.subscription;

/** Examples of the OpenAPI document. */
final class SubscriptionExamples {

  static final String REQUEST =
      """
      {"url": "https://receiver.example.vn/phoihop",
       "eventTypes": ["incident.received", "incident.referred"],
       "filter": {"violationTypes": ["TEL_BYPASS_SIMBOX", "TEL_FEE_THEFT"], "minSeverity": "HIGH"},
       "signatures": ["v1"], "ratePerSecond": 20}""";

  static final String CHANGE =
      """
      {"eventTypes": ["incident.received"]}""";

  static final String ROTATE =
      """
      {"gracePeriodSeconds": 86400}""";

  static final String VIEW =
      """
      {"id": "019a1f6e-7c00-7000-8000-000000000006", "party": "POLICE",
       "url": "https://receiver.example.vn/phoihop",
       "eventTypes": ["incident.received", "incident.referred"],
       "filter": {"violationTypes": ["TEL_BYPASS_SIMBOX", "TEL_FEE_THEFT"], "minSeverity": "HIGH"},
       "signatures": ["v1"], "ratePerSecond": 20, "handshake": false, "payload": "THIN", "order": "NONE",
       "state": "ACTIVE", "sequence": 1, "createdAt": "2026-03-01T02:00:00Z"}""";

  static final String WITH_SECRET =
      """
      {"id": "019a1f6e-7c00-7000-8000-000000000006", "party": "POLICE",
       "url": "https://receiver.example.vn/phoihop",
       "eventTypes": ["incident.received", "incident.referred"],
       "filter": {"violationTypes": ["TEL_BYPASS_SIMBOX", "TEL_FEE_THEFT"], "minSeverity": "HIGH"},
       "signatures": ["v1"], "ratePerSecond": 20, "handshake": false, "payload": "THIN", "order": "NONE",
       "state": "ACTIVE", "sequence": 1, "createdAt": "2026-03-01T02:00:00Z",
       "secret": "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDM8fpPEdd0Ec="}""";

  static final String PAGE = "{\"items\": [" + VIEW + "]}";

  private SubscriptionExamples() {}
}
