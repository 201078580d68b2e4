import { door, refuseMethod } from '@/lib/api/door';
import { answerLink } from '@/lib/auth/answer-link';
import { LinkAnswer } from '@/lib/contract/person';

export const POST = door(LinkAnswer, (answer, headers) =>
  answerLink(answer, ['invitation', 'password-reset'], headers),
);

export const GET = refuseMethod('POST');
export const PUT = GET;
export const PATCH = GET;
export const DELETE = GET;
