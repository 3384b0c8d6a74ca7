import type { ApplicationForm } from '@zhaoshi/domain/application/application-form';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { NewApplication } from '../src/use-cases/applications/insert-application.ts';
import type { World, WorldOrgan } from './api-world.ts';
import { type PlantedCase, plantCase, SAMPLE_FORM } from './application-samples.ts';

const day = (text: string): CivilDate => text as CivilDate;

/** The sample form of another person about something else. */
export const formOf = (name: string, description: string, phone = '13900000000'): ApplicationForm => ({
  ...SAMPLE_FORM,
  applicant: { ...SAMPLE_FORM.applicant, name, identityNumber: null, identityType: null, phone },
  description,
});

/** Cases as far from their last day as the register has colours, seen on Saturday 21 November 2026. */
export const REGISTER_CASES = {
  overdue: ['孙测试甲', '段店乡2024年低保资金发放明细', '2026-10-12'],
  tomorrow: ['钱测试乙', '段店乡人民政府2025年度部门预算', '2026-10-26'],
  soon: ['李测试丙', '示范村村庄规划（2021—2035年）及批复文件', '2026-10-30'],
  far: ['周测试丁', '2025年示范乡农村公路养护资金的分配方案、拨付凭证和验收材料', '2026-11-12'],
} as const;

type RegisterCase = keyof typeof REGISTER_CASES;

/** Plants them, with one that waits for its confirmation. */
export async function plantRegister(
  world: World,
  organ: WorldOrgan,
): Promise<Readonly<Record<RegisterCase | 'unconfirmed', PlantedCase>>> {
  const plant = async (name: RegisterCase): Promise<PlantedCase> => {
    const [applicant, description, received] = REGISTER_CASES[name];
    return await plantCase(world, organ, {
      form: formOf(applicant, description),
      arrivedOn: day(received),
      receiptDate: day(received),
    });
  };
  const unconfirmed: Partial<NewApplication> = {
    channel: 'email',
    form: formOf('吴测试戊', '征地补偿安置公告'),
    arrivedOn: day('2026-11-20'),
    receiptDate: null,
  };
  return {
    overdue: await plant('overdue'),
    tomorrow: await plant('tomorrow'),
    soon: await plant('soon'),
    far: await plant('far'),
    unconfirmed: await plantCase(world, organ, unconfirmed),
  };
}
