interface ReportBoardTable {
  region_id: string;
  report_id: string;
  submission: number;
  profile: Buffer;
  /** JSON text. */
  changes: string;
}

interface ReportLikenessTable {
  region_id: string;
  report_id: string;
  submission: number;
  other_region_id: string;
  other_report_id: string;
  other_submission: number;
  percent: number;
}

interface ReportReminderTable {
  region_id: string;
  organ_id: string;
  report_year: number;
  reminded_on: string;
  reminded_by: string;
}

export interface ReportBoardSchema {
  report_board: ReportBoardTable;
  report_likeness: ReportLikenessTable;
  report_reminder: ReportReminderTable;
}
