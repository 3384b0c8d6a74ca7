import { expect, it } from 'vitest';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { SHEET_COLUMN_IDS, type SheetRow } from './columns.ts';
import { EXPORT_HEADINGS, type ExportedCase, exportRow } from './export-row.ts';
import { parseRegisterRow } from './parse-row.ts';

const day = (text: string): CivilDate => text as CivilDate;

const ONE: ExportedCase = {
  registrationNumber: '20230001',
  channel: 'ordinaryMail',
  status: 'closed',
  sentOn: '2023-02-20',
  arrivedOn: '2023-02-24',
  receiptDate: '2023-03-01',
  enteredOn: '2023-02-24',
  dueOn: null,
  outcome: 'refused.securityAndStability',
  resultOn: '2023-03-28',
  documentNumber: '示公开〔2023〕1号',
  officer: '钱经办',
  form: {
    applicant: {
      kind: 'naturalPerson',
      name: '赵测试甲',
      identityType: 'passport',
      identityNumber: 'E12345678',
      creditCode: null,
      legalRepresentative: null,
      contactPerson: null,
      address: '示范路88号',
      postcode: null,
      phone: '13912345678',
      fax: null,
      email: null,
    },
    agent: { name: '孙代理', identityNumber: null, phone: null },
    description: '公路养护资金分配方案',
    supplyForm: 'paper',
    supplyWay: 'collect',
    acceptsOtherWay: true,
    helpNeeded: null,
  },
  events: [
    { type: 'register', on: day('2023-02-24'), receiptDate: null, isImported: false },
    { type: 'noticeCorrection', on: day('2023-03-03'), letterId: 'a', days: 7, isLate: false },
    { type: 'acceptCorrection', on: day('2023-03-06') },
    { type: 'approveExtension', on: day('2023-03-10'), days: 10, letterId: 'b' },
    { type: 'noticeFee', on: day('2023-03-11'), letterId: 'c', basis: 'perPage', count: 40, amount: 10_050 },
  ],
};

it('has a text for every heading, in the words of the office', () => {
  const texts = exportRow(ONE);
  const shown = Object.fromEntries(EXPORT_HEADINGS.map((heading, index) => [heading, texts[index]]));
  expect(texts).toHaveLength(EXPORT_HEADINGS.length);
  expect(shown).toMatchObject({
    提交方式: '平常信函',
    证件类型: '护照',
    办理结果: '危及“三安全一稳定”',
    状态: '已办结',
    经办人: '钱经办',
    补正告知: '2023-03-03',
    收到补正: '2023-03-06',
    延期批准: '2023-03-10（10个工作日）',
    '收费告知（元）': '2023-03-11（100.50）',
    '缴费（元）': '',
  });
});

it('can be imported again elsewhere', () => {
  const texts = exportRow(ONE);
  const row = Object.fromEntries(SHEET_COLUMN_IDS.map((id, index) => [id, texts[index]])) as SheetRow;
  expect(parseRegisterRow(row, day('2026-11-21'))).toEqual({
    ok: true,
    value: {
      registrationNumber: '20230001',
      channel: 'ordinaryMail',
      sentOn: '2023-02-20',
      arrivedOn: '2023-02-24',
      receiptDate: '2023-03-01',
      form: ONE.form,
      result: {
        outcome: 'refused.securityAndStability',
        on: '2023-03-28',
        dueOn: null,
        documentNumber: '示公开〔2023〕1号',
      },
    },
  });
});
