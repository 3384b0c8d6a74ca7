import type { CivilDate } from '../../kernel/civil-date.ts';
import type { LetterTemplate } from '../letter-template.ts';
import { CLOSING, LAW, REQUEST, text } from './common.ts';

const FEE_RULES = '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）';

/** 收费通知书, within the reply period: 依据、标准、数额、缴纳方式, twenty working days, effect (109号). */
export const FEE_NOTICE: LetterTemplate = {
  version: 1,
  validFrom: '2021-01-01' as CivilDate,
  remedy: 'proceduralNotice',
  numbered: true,
  source: '条例42；国办函〔2020〕109号 第二至六条，缴纳期限依省级财政部门转发通知',
  fields: [
    text({
      key: 'payment',
      label: '缴纳方式',
      help: '国办函〔2020〕109号：写明收款单位、账号或者缴款码；费用全额上缴国库，开具财政票据。',
    }),
  ],
  paragraphs: [
    REQUEST,
    { role: 'basis', text: `根据${LAW}第四十二条和${FEE_RULES}的规定，现向{you}收取信息处理费。` },
    { role: 'fee', text: '收费标准：{feeStandard}' },
    { role: 'fee', text: '收费数额：{feeLines}。共计人民币{feeTotal}元。' },
    { role: 'fee', text: '缴纳方式：{payment}' },
    { role: 'period', text: '请自收到本通知书次日起20个工作日内缴纳。{paymentClock}' },
    { role: 'effect', text: '逾期未缴纳的，视为放弃申请，本机关不再处理该政府信息公开申请。' },
    CLOSING,
  ],
};
