import { complaintFollowPage, ownComplaintPage } from '@zhaoshi/portal/pages/complaint';
import { COMPLAINT_FOLLOW } from '@zhaoshi/portal/paths';
import type { FastifyInstance } from 'fastify';
import { complaintNumber } from '../../use-cases/complaints/complaint-receipt.ts';
import { findOwnComplaint } from '../applicant/own-complaint.ts';
import type { ApplicantTools } from '../applicant/tools.ts';
import { receiptLookUp } from './receipt-look-up.ts';

/** People leave out the character before the digits. */
const wholeNumber = (typed: string): string => (/^\d+$/.test(typed) ? complaintNumber(typed) : typed);

/** What came of a complaint, for whoever has number and code. */
export const complaintFollowRoutes = (app: FastifyInstance, tools: ApplicantTools): void =>
  receiptLookUp(app, tools, {
    path: COMPLAINT_FOLLOW,
    formPage: complaintFollowPage,
    find: ({ number, code }) => findOwnComplaint(tools, { number: wholeNumber(number), code }),
    foundPage: ownComplaintPage,
  });
