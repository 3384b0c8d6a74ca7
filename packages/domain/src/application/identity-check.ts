/**
 * How the office makes sure that whoever asks for a query code is the applicant, or acts for them. The law asks for a
 * 身份证明 with the application only (条例29); which checks are enough afterwards is left to the office [U].
 */
export const IDENTITY_CHECKS = {
  document: '当面核对了申请人的有效证件',
  organisation: '当面核对了单位的证明和经办人的有效证件',
  agent: '当面核对了代理人的有效证件和授权委托书',
  callBack: '拨打登记的电话，核对了登记的姓名、证件和申请内容',
  registeredAddress: '寄到或者发到登记的地址，由申请人本人收取',
} as const;

export type IdentityCheck = keyof typeof IDENTITY_CHECKS;

export const IDENTITY_CHECK_IDS = Object.keys(IDENTITY_CHECKS) as readonly IdentityCheck[];
