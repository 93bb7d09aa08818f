import { useEffect, useState } from "react";
import { Alert } from "~/ui/components/alert";
import { Link } from "~/ui/components/link";

/**
 * Keeps the page when a link is followed without a network: leaving would show the browser's own
 * error, and what is being typed would be gone. Says so, and offers the link again.
 */
export function OfflineNotice() {
  const [wanted, setWanted] = useState<string>();
  useEffect(() => {
    const hold = (event: MouseEvent) => {
      const link = event.target instanceof Element && event.target.closest("a");
      if (navigator.onLine || !link || link.pathname === location.pathname) return;
      event.preventDefault();
      event.stopPropagation();
      setWanted(link.pathname + link.search);
    };
    const forget = () => setWanted(undefined);
    addEventListener("click", hold, true);
    addEventListener("online", forget);
    return () => {
      removeEventListener("click", hold, true);
      removeEventListener("online", forget);
    };
  }, []);
  if (!wanted) return null;
  return (
    <Alert tone="warning" title="Vous êtes hors ligne" role="alert">
      <p>
        La page demandée n’a pas été ouverte, et celle-ci reste telle quelle. Vos réponses au
        questionnaire sont gardées sur cet appareil et partiront au retour de la connexion.
      </p>
      <Link to={wanted} icon="arrow">
        Réessayer
      </Link>
    </Alert>
  );
}
