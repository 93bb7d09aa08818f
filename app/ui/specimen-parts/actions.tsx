import { ArrowLeft, ArrowRight, Download, Plus } from "lucide-react";
import { Badge, Tag, TagGroup } from "../components/badge";
import { Button, ButtonGroup, LinkButton } from "../components/button";
import { LevelMark } from "../components/level-mark";
import { Link } from "../components/link";
import { Sheet } from "../components/sheet";

/** Buttons, links, badges, tags, levels. */
export function ActionsSpecimen() {
  return (
    <>
      <Sheet title="Boutons et liens">
        <div className="jl-stack">
          <ButtonGroup>
            <Button>Continuer</Button>
            <Button disabled>Inactif</Button>
            <Button variant="secondary">Enregistrer</Button>
            <Button variant="tertiary" icon={ArrowLeft}>
              Précédent
            </Button>
            <Button variant="tertiary-no-outline">Modifier</Button>
            <Button variant="danger">Refuser</Button>
          </ButtonGroup>
          <ButtonGroup>
            <Button size="lg">Transmettre</Button>
            <Button size="sm" variant="secondary" icon={Plus}>
              Ajouter un projet
            </Button>
            <LinkButton to="/composants" size="sm" variant="tertiary" icon={Download}>
              Exporter
            </LinkButton>
            <LinkButton to="/composants" icon={ArrowRight} iconPosition="end">
              Reprendre
            </LinkButton>
            <Button iconOnly variant="tertiary" icon={Download}>
              Télécharger
            </Button>
          </ButtonGroup>
          <ButtonGroup>
            <Link to="/composants" icon="arrow">
              Voir le profil de maturité
            </Link>
            <Link to="#champs" icon="down">
              5 questions obligatoires restantes
            </Link>
            <Link to="/composants" icon="download" iconPosition="start" size="sm">
              Accusé de réception
            </Link>
          </ButtonGroup>
        </div>
      </Sheet>
      <Sheet title="Statuts, niveaux, filtres" aside="le badge informe, le tag agit">
        <div className="jl-stack">
          <div className="jl-actions">
            <Badge>À faire</Badge>
            <Badge tone="info" icon="pencil">
              En cours
            </Badge>
            <Badge tone="warning" icon="eye">
              À relire
            </Badge>
            <Badge tone="success" icon="check">
              Complet
            </Badge>
            <Badge icon="lock">Verrouillé</Badge>
            <Badge icon="inbox">Reçue</Badge>
            <Badge tone="warning" icon="clock">
              Complément demandé
            </Badge>
            <Badge tone="error" icon="alert">
              En retard de 15 jours
            </Badge>
          </div>
          <div className="jl-actions">
            <LevelMark level={0} label="Accompagnement" />
            <LevelMark level={1} label="Niveau 1" />
            <LevelMark level={2} label="Niveau 2" />
            <LevelMark level={3} label="Niveau 3" />
            <LevelMark level={2} size="sm" label="2" />
          </div>
          <form>
            <TagGroup label="Filtres actifs">
              <Tag key="secteur" removable to="?secteur=">
                Secteur : public
              </Tag>
              <Tag key="miens" name="vue" value="miens">
                Mes dossiers
              </Tag>
              <Tag key="retard" name="vue" value="retard" pressed>
                En retard
              </Tag>
            </TagGroup>
          </form>
        </div>
      </Sheet>
    </>
  );
}
