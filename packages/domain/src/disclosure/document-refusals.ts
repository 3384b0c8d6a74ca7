/** Why a document does not take an act; every reason that holds is given at once. */
export const DOCUMENT_REFUSALS = {
  'not-in-status': '文件现在的状态不能这样办理。',
  'not-your-role': '您的角色不能办理这一步。',
  'text-missing': '还没有填写。',
  'title-missing': '没有标题。',
  'body-missing': '没有正文，也没有附件。',
  'picture-unnamed':
    '正文里有图片没有写明图片内容，看不见图片的人读不到（无障碍环境建设法第三十二条）；请按图片下面的“修改图片说明”。',
  'class-missing': '没有明确公开属性（主动公开、依申请公开、不予公开），请先确定（国办发〔2016〕80号）。',
  'ground-missing': '不予公开的应当注明依据（条例第十四条至第十六条）。',
  'class-reason-missing': '不主动公开的应当说明理由（国办发〔2016〕80号）。',
  'class-change-reason-missing':
    '签发时改为不主动公开的，应当在签发意见中写明依据和理由（国办发〔2016〕80号）。',
  'created-missing': '没有生成日期，不能计算公开期限（条例第十二条、第二十六条）。',
  'number-missing': '公文没有发文字号。',
  'issuer-missing': '没有发文机关。',
  'category-missing': '没有选择法定主动公开内容（条例第二十条、第二十一条）。',
  'document-date-missing': '公文没有成文日期（落款的日期）。',
  'subject-missing': '没有主题分类。',
  'item-foreign': '选择的标准目录事项不由本机关公开。请另选一项，或者请县级主管部门调整公开主体。',
  'number-taken':
    '本机关已经公开过同一发文字号的文件。修改原文件的，请在原文件上办理“修改”；字号写错的请改正；不是公文本身的（如解读、附件），请改选文件种类或者不填字号。',
  'relation-wrong': '与其他文件的关联不成立。',
  'abstract-missing': '没有内容概述（条例第十二条）。',
  'change-note-missing': '已公开过的文件再次修改，应当写明改了什么。',
  'dates-reversed': '施行日期晚于有效期的最后一日。',
  'future-created': '生成日期晚于今天。',
  'future-document': '成文日期晚于今天。',
  'same-person': '起草、修改或者提交的人不能审查、签发同一文件（先审查、后公开）。',
  'signer-publishes': '签发的人不能同时发布；人员确实不足的小机关，可以在设置中允许并留痕。',
  'author-publishes': '起草的人不能自己发布。',
  'third-person-needed': '补审应当由起草人、紧急发布人以外的第三人进行。',
  'content-changed': '内容在审查以后变过，请重新审查这一版（一事一审）。',
  'secrecy-missing': '这一版还没有保密审查记录（条例第十七条、保密法实施条例第四十二条）。',
  'secrecy-obstacle': '审查发现有不能公开的内容仍在，应当先删减，或者不予公开。',
  'secrecy-against': '保密审查的结论不是公开，不能作为主动公开通过。',
  'secrecy-report': '保密审查不能确定，应当先报请确定（条例第十七条第三款）。',
  'report-against': '报请确定的结果是不公开，不能作为主动公开通过（条例第十七条第三款）。',
  'secrecy-answers': '保密审查的问题没有逐项回答。',
  'coordination-open': '与其他机关的协商还没有结果（条例第十一条）。',
  'coordination-against': '协商的结果是不公开或者没有一致，不能发布（条例第十一条）。',
  'coordination-unknown': '没有这次协商，或者结果已经登记。',
  'findings-open': '发布前扫描还有没有处理的问题：请遮盖；依法可以保留的，由有权的人说明理由。',
  'files-unscanned':
    '附件还没有扫描完，请稍候刷新后再办；一直没有完成的，请系统管理员查看后台任务（条例第十七条）。',
  'finding-known': '这一处已经说明过理由。',
  'finding-forbidden': '身份证号、银行账号等不能以说明理由的方式保留，只能遮盖。',
  'finding-unknown': '这一版的扫描结果中没有这一处。',
  'group-only': '只对特定群体公开的信息不能发布到公众渠道（条例及征收补偿条例第十五条、第二十九条）。',
  'late-reason-missing': '已经超过公开期限，请写明原因。',
  'minute-past': '定时发布的时间应当在以后。',
  'minute-not-come': '还没有到定时发布的时间。',
  'minute-come': '定时发布的时间已到，文件已经公开，只能撤回。',
  'holds-withdrawn':
    '这一期公报登载的文件中有已经撤回的，不能发布。请退回后作废这份草稿，去掉该文件重新编一期。',
  'interpreted-not-public':
    '所解读的文件还没有公开，先公开解读会泄露它的标题和内容。请先公开原文件，或者把解读定时在原文件公开的同一时间或者以后。',
  'nothing-public': '没有已公开的版本。',
  'no-leak': '没有因为泄露不应公开的内容而撤回，不需要登记。',
  'future-day': '日期晚于今天。',
  'not-urgent': '没有等待补审的紧急发布。',
  'urgent-open': '紧急发布还没有补审，先由第三人补审。',
  'class-not-proactive': '不是主动公开的文件，不能发布。',
  'showing-not-over': '公示期没有结束，不能撤下；确有错误的按内容有误撤回并公告。',
} as const;

export type DocumentRefusalCode = keyof typeof DOCUMENT_REFUSALS;

export interface DocumentRefusal {
  readonly code: DocumentRefusalCode;
  readonly message: string;
  /** What it is about: a field of the content (`content.title`), of the act or of its words (`texts.reason`). */
  readonly field?: string;
}

export const documentRefusal = (code: DocumentRefusalCode, field?: string): DocumentRefusal => ({
  code,
  message: DOCUMENT_REFUSALS[code],
  ...(field !== undefined && { field }),
});

/** A list of one refusal, or of none. */
export const refuseIf = (
  isRefused: boolean,
  code: DocumentRefusalCode,
  field?: string,
): readonly DocumentRefusal[] => (isRefused ? [documentRefusal(code, field)] : []);
