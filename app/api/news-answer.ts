import 'server-only';
import { log } from '@/app/log';
import { currentPerson } from '@/app/session';
import { isMark } from '@/db/log-mark';
import type { ListNews } from '@/lib/list-news';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** More rows than a page has. */
const mostShown = 500;

export interface NewsAsked {
  params: URLSearchParams;
  /** What the log held when the page was read. */
  mark: string;
  /** The ids of its rows, where it told them. */
  shown: readonly string[];
}

/** Answers what has come since a page was read, which its mark tells. */
export async function newsAnswer(
  request: Request,
  count: (asked: NewsAsked) => Promise<ListNews>,
): Promise<Response> {
  try {
    if (!(await currentPerson())) return answer(401, 'You are signed out. Sign in again.');
    const { searchParams: params } = new URL(request.url);
    const mark = params.get('mark') ?? '';
    if (!isMark(mark)) return answer(400, 'Ask with the mark of a page, such as ?mark=900:904:901.');
    const shown = (params.get('shown') ?? '').split(',').filter((id) => uuid.test(id));
    return Response.json(await count({ params, mark, shown: shown.slice(0, mostShown) }));
  } catch (error) {
    log.error({ err: error }, 'counting what is new failed');
    return answer(503, 'The database could not be reached. Try again in a moment.');
  }
}

const answer = (status: number, message: string): Response => Response.json({ message }, { status });
