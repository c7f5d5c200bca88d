// The stand-in for MongoDB: mongo-java-server on one H2 file, for evaluation and restricted networks.
// Arguments: port, file. It ends when its standard input closes, so it never outlives who started it.

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.List;
import java.util.Set;
import org.h2.mvstore.MVStore;

public class Main {
  /** After these the store is committed before the answer leaves: what was acknowledged survives a kill. */
  static final Set<String> WRITES = Set.of(
      "insert", "update", "delete", "findandmodify", "findAndModify", "create", "drop", "dropDatabase",
      "createIndexes", "dropIndexes");

  static class CommittingBackend extends H2Backend {
    CommittingBackend(MVStore store) {
      super(store);
    }

    @Override
    public Document handleMessage(MongoMessage message) {
      Document answer = super.handleMessage(message);
      if (WRITES.contains(message.getDocument().keySet().iterator().next())) commit();
      return answer;
    }
  }

  /** The lowest wire version that today's drivers accept without complaint. */
  static class Version implements MongoVersion {
    public List<Integer> getVersionArray() {
      return List.of(7, 0, 0);
    }

    public String toVersionString() {
      return "7.0.0";
    }

    public int getWireVersion() {
      return 21;
    }
  }

  public static void main(String[] args) throws Exception {
    MVStore store = MVStore.open(args[1]);
    CommittingBackend backend = new CommittingBackend(store);
    backend.version(new Version());
    MongoServer server = new MongoServer(backend);
    server.bind("127.0.0.1", Integer.parseInt(args[0]));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      server.shutdownNow();
      if (!store.isClosed()) store.close();
    }));
    while (System.in.read() != -1) {}
    System.exit(0);
  }
}
