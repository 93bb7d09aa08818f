import { useRef, useState } from "react";
import type { ProofLine } from "~/features/proofs/proof-view.server";
import type { UploadLine } from "~/features/proofs/upload-lines.server";
import { frenchText } from "~/ui/format";
import { abandonUpload, type ProofAnswer, removeFile, reuseFile } from "../ask-proofs";
import { sendFile } from "../send-proof";

export type Sending = {
  readonly name: string;
  readonly sent: number;
  readonly total: number;
  readonly isInterrupted: boolean;
  readonly giveUp: () => void;
};

type Given = {
  readonly applicationId: string;
  readonly questionId: string;
  /** Uploads that were begun, here or before, and not ended. */
  readonly unfinished: readonly UploadLine[];
  readonly onProofs: (questionId: string, proofs: readonly ProofLine[]) => void;
};

/** What a question does with files: sends them one after the other, takes one up again, removes one. */
export function useSending({ applicationId, questionId, unfinished, onProofs }: Given) {
  const [sending, setSending] = useState<Sending>();
  const [refusal, setRefusal] = useState<string>();
  const [waiting, setWaiting] = useState(unfinished);
  const [done, setDone] = useState("");
  const input = useRef<HTMLInputElement>(null);

  const take = (answer: ProofAnswer): boolean => {
    if (answer.ok) onProofs(questionId, answer.proofs);
    else setRefusal(answer.message || undefined);
    return answer.ok;
  };
  const forget = ({ name, size }: { readonly name: string; readonly size: number }) =>
    setWaiting((known) => known.filter((line) => line.name !== name || line.size !== size));

  const sendOne = async (file: File): Promise<boolean> => {
    const controller = new AbortController();
    const start = { name: file.name, sent: 0, total: file.size, isInterrupted: false };
    setSending({ ...start, giveUp: () => controller.abort() });
    forget(file);
    const answer = await sendFile({
      applicationId,
      questionId,
      file,
      signal: controller.signal,
      onProgress: (progress) => setSending((known) => known && { ...known, ...progress }),
    });
    if (answer.ok) setDone(`${file.name} est joint.`);
    return take(answer);
  };
  return {
    input,
    sending,
    /** What a screen reader is told: by quarters, not at each byte. */
    announced: sending ? progressWords(sending) : done,
    refusal,
    waiting,
    send: async (files: readonly File[]) => {
      if (sending || files.length === 0) return;
      setRefusal(undefined);
      for (const file of files) if (!(await sendOne(file))) break;
      setSending(undefined);
      if (input.current) input.current.value = "";
    },
    reuse: async (proofId: string) => {
      setRefusal(undefined);
      return take(await reuseFile(applicationId, questionId, proofId));
    },
    remove: async (proofId: string) => {
      setRefusal(undefined);
      // The button that had the focus goes away with its file.
      if (take(await removeFile(applicationId, proofId))) input.current?.focus();
    },
    abandon: async (line: UploadLine) => {
      if (await abandonUpload(line.id)) forget(line);
      input.current?.focus();
    },
  };
}

function progressWords({ name, sent, total, isInterrupted }: Sending): string {
  if (isInterrupted) return `Connexion interrompue. L’envoi de ${name} reprendra seul.`;
  const quarters = total === 0 ? 0 : Math.floor((sent / total) * 4);
  return frenchText(`Envoi de ${name} : ${quarters * 25} %.`);
}
