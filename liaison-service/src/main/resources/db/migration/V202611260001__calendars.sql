-- Working calendars of 2026 and 2027, published as the other lists are. PROVISIONAL until somebody has held them against the
-- yearly notices; confirmed false marks the days that rest on such a notice alone.
INSERT INTO reference_list (list, version, id, valid_from, items, published_at) VALUES
('CALENDARS', 1, '8fe4f63a-b048-3c8e-9ffe-8665247d3ab6', '2026-01-01', $json$[
  {
    "code": "2026",
    "vi": "Lịch làm việc năm 2026",
    "en": "Working calendar 2026",
    "status": "PROVISIONAL",
    "holidays": [
      {"date": "2026-01-01", "vi": "Tết Dương lịch", "en": "New Year's Day", "confirmed": true},
      {"date": "2026-01-02", "vi": "Nghỉ hoán đổi với thứ Bảy 10/01", "en": "Swapped with Saturday 10 January", "confirmed": false},
      {"date": "2026-02-16", "vi": "Tết Nguyên đán: 29 tháng Chạp", "en": "Lunar New Year: eve", "confirmed": false},
      {"date": "2026-02-17", "vi": "Tết Nguyên đán: mùng 1", "en": "Lunar New Year's Day", "confirmed": true},
      {"date": "2026-02-18", "vi": "Tết Nguyên đán: mùng 2", "en": "Lunar New Year: second day", "confirmed": false},
      {"date": "2026-02-19", "vi": "Tết Nguyên đán: mùng 3", "en": "Lunar New Year: third day", "confirmed": false},
      {"date": "2026-02-20", "vi": "Tết Nguyên đán: mùng 4", "en": "Lunar New Year: fourth day", "confirmed": false},
      {"date": "2026-04-26", "vi": "Giỗ Tổ Hùng Vương (10/3 âm lịch)", "en": "Hùng Kings' Day (10th of the third lunar month)", "confirmed": true},
      {"date": "2026-04-27", "vi": "Nghỉ bù Giỗ Tổ Hùng Vương", "en": "Day off for Hùng Kings' Day on a Sunday", "confirmed": true},
      {"date": "2026-04-30", "vi": "Ngày Chiến thắng", "en": "Victory Day", "confirmed": true},
      {"date": "2026-05-01", "vi": "Ngày Quốc tế lao động", "en": "International Labour Day", "confirmed": true},
      {"date": "2026-08-31", "vi": "Nghỉ hoán đổi với thứ Bảy 22/08", "en": "Swapped with Saturday 22 August", "confirmed": false},
      {"date": "2026-09-01", "vi": "Quốc khánh: ngày liền kề", "en": "National Day: the adjacent day", "confirmed": false},
      {"date": "2026-09-02", "vi": "Quốc khánh", "en": "National Day", "confirmed": true},
      {"date": "2026-11-24", "vi": "Ngày Văn hóa Việt Nam", "en": "Việt Nam Culture Day", "confirmed": false}
    ],
    "workingWeekends": ["2026-01-10", "2026-08-22"],
    "officeHours": [
      {"from": "08:00", "to": "12:00"},
      {"from": "13:30", "to": "17:30"}
    ],
    "source": "Bộ luật Lao động số 45/2019/QH14, Điều 111, 112; Tết và Quốc khánh theo thông báo năm 2026 như báo chí đăng (10/2025); các ngày hoán đổi và Ngày Văn hóa Việt Nam (Nghị quyết 80-NQ/TW, chờ luật) chưa đối chiếu với văn bản"
  },
  {
    "code": "2027",
    "vi": "Lịch làm việc năm 2027",
    "en": "Working calendar 2027",
    "status": "PROVISIONAL",
    "holidays": [
      {"date": "2027-01-01", "vi": "Tết Dương lịch", "en": "New Year's Day", "confirmed": true},
      {"date": "2027-02-05", "vi": "Tết Nguyên đán: 29 tháng Chạp", "en": "Lunar New Year: eve", "confirmed": false},
      {"date": "2027-02-06", "vi": "Tết Nguyên đán: mùng 1", "en": "Lunar New Year's Day", "confirmed": true},
      {"date": "2027-02-07", "vi": "Tết Nguyên đán: mùng 2", "en": "Lunar New Year: second day", "confirmed": false},
      {"date": "2027-02-08", "vi": "Tết Nguyên đán: mùng 3", "en": "Lunar New Year: third day", "confirmed": false},
      {"date": "2027-02-09", "vi": "Tết Nguyên đán: mùng 4", "en": "Lunar New Year: fourth day", "confirmed": false},
      {"date": "2027-02-10", "vi": "Nghỉ bù Tết Nguyên đán (mùng 1)", "en": "Day off for Lunar New Year's Day on a Saturday", "confirmed": false},
      {"date": "2027-02-11", "vi": "Nghỉ bù Tết Nguyên đán (mùng 2)", "en": "Day off for the second day of the Lunar New Year on a Sunday", "confirmed": false},
      {"date": "2027-04-16", "vi": "Giỗ Tổ Hùng Vương (10/3 âm lịch)", "en": "Hùng Kings' Day (10th of the third lunar month)", "confirmed": true},
      {"date": "2027-04-30", "vi": "Ngày Chiến thắng", "en": "Victory Day", "confirmed": true},
      {"date": "2027-05-01", "vi": "Ngày Quốc tế lao động", "en": "International Labour Day", "confirmed": true},
      {"date": "2027-05-03", "vi": "Nghỉ bù Ngày Quốc tế lao động", "en": "Day off for International Labour Day on a Saturday", "confirmed": true},
      {"date": "2027-09-02", "vi": "Quốc khánh", "en": "National Day", "confirmed": true},
      {"date": "2027-09-03", "vi": "Quốc khánh: ngày liền kề", "en": "National Day: the adjacent day", "confirmed": false},
      {"date": "2027-11-24", "vi": "Ngày Văn hóa Việt Nam", "en": "Việt Nam Culture Day", "confirmed": false}
    ],
    "workingWeekends": [],
    "officeHours": [
      {"from": "08:00", "to": "12:00"},
      {"from": "13:30", "to": "17:30"}
    ],
    "source": "Bộ luật Lao động số 45/2019/QH14, Điều 111, 112; chưa có thông báo năm 2027: các ngày Tết, ngày liền kề Quốc khánh và ngày hoán đổi là dự kiến; Ngày Văn hóa Việt Nam theo Nghị quyết 80-NQ/TW, chờ luật"
  }
]$json$, '2026-01-01T00:00:00Z');

INSERT INTO outbox (id, topic, type, aggregate_id, aggregate_version, occurred_at, payload)
SELECT gen_random_uuid(), 'phoihop.liaison', 'reference.published', id, version, published_at,
  json_build_object('id', id, 'list', list, 'validFrom', valid_from, 'items', items, 'state', 'PUBLISHED', 'version', version,
    'sequence', version, 'tlp', 'CLEAR', 'occurredAt', to_char(published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    'audience', '[]'::json)
FROM reference_list WHERE list = 'CALENDARS';
