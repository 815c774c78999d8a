import 'server-only';
import { answer } from '@/app/api/export-file';
import { isSameOrigin } from '@/app/api/same-origin';
import { findUpload, type Upload } from '@/app/imports/uploads';
import { log } from '@/app/log';
import { currentPerson } from '@/app/session';
import type { SignedIn } from '@/db/people';
import { refusalToImport } from '@/lib/access';

/** Answers whoever may import files, and says what is wrong to everybody else. */
export async function answerImporter(
  request: Request,
  make: (person: SignedIn) => Promise<Response>,
): Promise<Response> {
  try {
    const person = await currentPerson();
    if (!person) return answer(401, 'You are signed out. Sign in again.');
    const refusal = refusalToImport(person.role);
    if (refusal) return answer(403, refusal);
    if (request.method !== 'GET' && !isSameOrigin(request))
      return answer(403, 'This request came from another page. Open Imports here and try again.');
    return await make(person);
  } catch (error) {
    log.error({ err: error }, 'answering about an import failed');
    return answer(503, 'It could not be done. Try again in a moment.');
  }
}

/** The same about one upload. */
export function answerAbout(
  request: Request,
  context: { params: Promise<{ id: string }> },
  make: (upload: Upload, person: SignedIn) => Promise<Response>,
): Promise<Response> {
  return answerImporter(request, async (person) => {
    const upload = await findUpload((await context.params).id);
    return upload
      ? make(upload, person)
      : answer(404, 'There is no such upload any more. Choose the file again.');
  });
}
