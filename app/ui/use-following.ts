import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

const followEvery = 3_000;

/** Reads the list again from time to time as long as something in it moves. */
export function useFollowing(isMoving: boolean): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!isMoving || state !== "idle") return;
    const timer = setTimeout(revalidate, followEvery);
    return () => clearTimeout(timer);
  }, [isMoving, state, revalidate]);
}
